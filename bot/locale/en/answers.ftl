# /answers: one's own answers

answers-summary = See your own answers
answers-role-help = A role, to see the answers about it alone
answers-page-help = Which page
answers-title = My answers
answers-title-role = Answers about { $name }
answers-count = { $count ->
    [one] There is one. Only you can see it.
   *[other] There are { $count }. Only you can see them.
}
answers-count-shared = There are { $count }. { $shared ->
    [one] One is shared; only you can see the rest.
   *[other] { $shared } are shared; only you can see the rest.
}
answers-count-all-shared = { $count ->
    [one] There is one. It is shared, so the channel you shared it with can see it too.
   *[other] There are { $count }. They are shared, so the channels you shared them with can see them too.
}
answers-none = There are no answers yet. Shall we start from the questions of a role you're curious about?
answers-choose = Pick an answer
answers-label = { $date } { $name }: { $question }
answers-of = { $name } ({ $count })
answers-all = All my answers
answers-date = Written
answers-version = Version
answers-version-of = { $version } of { $count }
answers-before = Earlier version
answers-after = Later version
answers-seen = Can be seen by
answers-private = You alone
answers-shared = The channel you shared it with
answers-preview = Everybody in the channel will see this. If it looks right, press “Share”.
answers-post = Share
answers-keep = Not now
answers-post-by = An answer by { $name }.
answers-post-cut = (This is long; it is shared up to here.)
answers-post-try = Try answering
answers-posted = Shared. You can withdraw it at any time.
answers-shared-already = You have shared this already. To share it anew, please withdraw it first.
answers-share-not-here = An answer can only be shared in the channel where its question was posted. Open /answers there.
answers-withdraw = Withdraw
answers-withdrawn = It isn't shared any more.
answers-withdrawn-soon = It was just being posted. As soon as that is done, it will be withdrawn.
answers-withdrawn-unsure = I couldn't tell whether it was posted, so I couldn't withdraw it. If it is in the channel, please ask an administrator to delete it.
answers-delete = Delete
answers-delete-asked = Delete this answer and its earlier versions? If it is shared, that post goes too. There is no way back.
answers-deleted = The answer is deleted.

withdraw-summary = Withdraw what was shared
withdraw-key-help = The post
