# First words, help, and when something goes wrong

hello-text =
    Hello, I'm Senpai: think of me as a colleague who is a few years ahead of you.
    I answer from role documents: what a job is, the skills it needs, how to get there, what interviewers ask.
    Just send the name of a role you're curious about. An abbreviation or a half-remembered name will do.
hello-summary = A first welcome
hello-role = Show me { $name }
hello-browse = Pick a role from the list
hello-career = Find a way to a role
hello-interview = Practise an interview

help-summary = How to use Senpai
help-button = How to use Senpai
help-title = Start here
help-body =
    - **Send a role's name**: “CMO”, “product manager”
    - **Ask in your own words**: “How do I become a CMO?”, “What do interviewers ask?”
    - **Find a way**: “from digital marketer to CMO”
help-commands = Commands
help-command = /{ $name }: { $summary }

language-ja = Japanese
language-en = English
list-separator = { ", " }
more-items = { $count } more
source = Source: { $where }
source-place = { $file }, “{ $section }”
sources =
    Sources:
    { $list }
source-note = [{ $number }] { $where }
source-section = “{ $section }”: { $files }
source-and = { ", " }
source-mark = [{ $numbers }]
revised = revised { $date }
other-language = This document exists only in { $language }
other-language-some = Some of these documents exist only in { $language }.

error-unexpected = Sorry, something broke on my side. Please try again in a moment. If it keeps happening, give the number { $number } to whoever runs this bot.
error-too-long = That was too long for me to read. Please send it in pieces of up to { $limit } characters.
error-line-too-long = That is long for a command; I read up to { $limit } characters. An answer is best sent as a message, without the slash.
error-no-such-command = There is no command { $name }. Did you mean one of these?
error-unknown-command = There is no command { $name }. How to use Senpai is here.
error-role-gone = There is no document on { $slug } any more.
error-not-saved = Sorry, nothing can be saved just now, and this wasn't. Please keep what you wrote and try again in a little while.
error-post-expired = It was too late to post this, so it was left out.
error-no-database = I can't save anything right now, so this isn't possible. Please tell whoever runs this bot.
error-post-later = It's busy at the moment; I'll post this in a little while.
error-post-unsure = I couldn't tell whether the post went out. Please look at the channel, and try again if it isn't there.
error-may-not-post = Only people who can post in this channel can share here. Please try again in a channel where you can.
error-post-not-in-channel = I can't post in this channel. Please add Senpai to it with /invite.
error-post-forbidden = I lack the permission ({ $permission }) to post in this channel. Please ask an administrator to allow it.
error-post-gone = Nothing can be posted in this channel any more (it is archived or deleted).
error-post-scope = The Slack app lacks a permission ({ $scope }). Please ask whoever runs this bot to add it and reinstall the app.
error-dm-closed = I couldn't send you a DM. Please allow direct messages, then try again.
error-admins-only =
    Only { $platform ->
        [slack] administrators and owners of the workspace
        [discord] people who may manage this server (Manage Server)
       *[other] administrators
    } can do this.
error-managers-only =
    Only { $platform ->
        [slack] administrators and owners of the workspace, and people they added with /daily managers,
        [discord] people who may manage this server (Manage Server), and people they added with /daily managers,
       *[other] administrators, and people they added with /daily managers,
    } can do this.
    Anybody can answer the questions that are posted: press “Give it a try” under one.
error-not-understood = I couldn't make that out. Try sending me the name of a role.
