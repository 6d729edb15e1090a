# /interview

interview-summary = 面接の練習をする（DMで、質問に一つずつ）
interview-about-help = 職種、分野、review（復習）、common（共通の質問）
interview-count-help = 質問の数（3〜20）
interview-timed-help = 時間の目安を付ける
interview-text-help = 回答

interview-timed-yes = 時間の目安を付ける
interview-opening-help = 自己紹介など、共通の質問から始める
interview-opening-yes = 自己紹介から始める

interview-review = 復習
interview-practice = { $about }の面接の練習
interview-practice-set = { $about }の練習
interview-opening =
    { $practice }を始めます。質問は{ $count }問、{ $minutes }分ほどです。
    ふだんの言葉で、何通に分けて書いても大丈夫です。書き終えたら「送信」を押すか「以上です」と送ってください。少し待つだけでも、フィードバックをお返しします。
    「ヒント」「スキップ」「あとで」「やめる」は、そのまま書いても伝わります。
interview-opening-here =
    { $practice }を、ここで始めます。質問は{ $count }問、{ $minutes }分ほどです。ここでのやりとりは、ご自身だけに表示されます。
    「答えてみる」を押すと、回答を書く欄が開きます。途中で表示が消えたときは、/interview と入力すると同じところから続けられます。
interview-opening-timed = 1問の目安は{ $seconds }秒です。過ぎても打ち切りません。
interview-this-role = この職種
interview-that-role = { $name }
interview-question = 質問 { $number }/{ $count }
interview-about-role = { $name }の面接の質問
interview-again-asked = もう一度、質問です。
interview-so-far = ここまで{ $length }字を受け取っています。続きから書けます。
interview-deeper-title = もう一歩、深掘りです
interview-deeper = 「{ $point }」について、もう少し聞かせてください。
interview-deeper-asking = 「{ $point }」を尋ねるなら、どう聞きますか。
interview-deeper-offer-asking = 「{ $point }」も、尋ねてみるとよい点の一つです。聞き方を考えてみますか。
interview-deeper-offer = 「{ $point }」を、面接官なら続けて聞くかもしれません。答えてみますか。
interview-hint = ヒント { $number }：たとえば「{ $point }」に耳を傾ける面接官がいます。
interview-hint-cue = たとえば：「{ $cue }」
interview-addition = 前の回答の続きでしょうか。足すと、もう一度フィードバックをお返しします。

interview-do-send = 送信
interview-do-answer = 答えてみる
interview-do-more = 書き足す
interview-do-opening = 自己紹介から始める
interview-do-hint = ヒント
interview-do-skip = この質問はとばす
interview-do-rest = 今日はここまで
interview-do-pause = あとで続ける
interview-do-stop = ここで終える
interview-do-resume = 続ける
interview-do-add = 前の回答に足す
interview-do-next = 次の質問へ
interview-do-finish = まとめを見る
interview-do-deeper = 深掘りにも答える

interview-rate-done = 復習：できた
interview-rate-shaky = 復習：あやしい
interview-rate-again = 復習：もう一度

interview-note-nothing-yet = まだ何も書かれていません。ひとことからで大丈夫です。
interview-note-gave-up = まだ言葉になっていなくても大丈夫です。今回は判定していません。思い当たる場面を一つ、短く書くところからでも始められます。
interview-note-empty = 内容を読み取れませんでした。今回は判定していません。思い当たる場面を一つ、短く書くところからでも始められます。
interview-note-no-hint = ヒントはここまでです。ご自身の場面で書いてみてください。
interview-note-paused = ここで止めておきます。続けるときは「続ける」を押すか、「再開」と送ってください。いつでも同じところから始められます。
interview-note-paused-here = ここで止めておきます。続けるときは「続ける」を押すか、/interview と入力してください。いつでも同じところから始められます。
interview-note-distress = 練習は、ここで止めておきます。
interview-note-too-long = 長すぎて受け取れませんでした。ここまでの分は残っています。「送信」で区切ってください。
interview-note-disputed = わかりました。触れていた観点として、記録を直しました。
interview-note-rated = 覚えておきます。この質問を復習に出す時期を、それに合わせます。
interview-note-received = 回答は、もう受け取っています。足したいことがあれば、そのまま送ってください。
interview-note-edited-late = 次の質問に進んだあとなので、フィードバックは前のままです。回答は /answers から書き直せます。
interview-note-nothing-to-ask = 出せる質問がありませんでした。ほかの職種から選んでみませんか。

interview-form = 回答を書く
interview-answer = 回答
interview-choose = 職種を選んで練習する
interview-of-which = どの職種の面接を練習しますか。
interview-by-name = 分野を選ぶか、「/interview SRE」のように職種の名前をつけて送ってください。
interview-common = 共通の質問を練習する
interview-set-goal = 目指す職種を決める
interview-another = { $about }の練習が途中です。続けますか。新しく始めると、途中の練習はそこで終わりになります。
interview-anew = 終えて新しく始める
interview-in-dm = { $about }の練習を、DMで始めました。
interview-back-in-dm = { $about }の練習の続きを、DMに送りました。
interview-dm-closed = DMを送れないため、まだ始めていません。ここで練習することもできます。ここでのやりとりは、ご自身だけに表示されます。
interview-dm-stopped = DMを送れないため、続きをお見せできません。回答は残っています。ここで続けることもできます。ここでのやりとりは、ご自身だけに表示されます。
interview-open-dm = DMで始めるときは、DMを受け取る設定にしてから「もう一度DMで始める」を押してください。
interview-open-dm-slack = DMで始めるときは、左の「App」からSenpaiを開いて「メッセージ」タブがあるかを確かめ、「もう一度DMで始める」を押してください。タブがないときは、管理者の方にお知らせください。
interview-open-dm-discord = DMで始めるときは、サーバー名のメニューの「プライバシー設定」で「ダイレクトメッセージ」を許可し、Senpaiをブロックしていないかを確かめて、「もう一度DMで始める」を押してください。
interview-dm-again = もう一度DMで始める
interview-here = ここで練習（自分だけに表示）
interview-nothing-due = 復習の時期が来た質問は、いまはありません。
interview-no-questions = この範囲には、まだ質問がありません。
interview-gone = その練習は見つかりませんでした。
interview-none = いま続いている面接の練習はありません。始めてみますか。
interview-begin = 面接を練習する
interview-over = この練習は終わっています。
interview-outdated = そのボタンは、いまの質問のものではありません。新しいほうのボタンを押してください。
interview-reminder = 面接の練習が、途中のままです。続きは同じところから始められます。
interview-no-reminders = お知らせを止める

interview-ended-title = { $about }の練習のまとめ
interview-ended = おつかれさまでした。{ $answered ->
        [0] 今回は、答えずに終えました。またいつでも、ここから始められます。
       *[other] { $answered }問に答え、書いた時間は{ $minutes ->
            [0] 1分足らず
           *[other] およそ{ $minutes }分
        }です。
    }
interview-result = { $question }：{ $covered ->
        [0] { $unclear ->
            [0] { $points }つの観点は、まだ見当たりませんでした
           *[other] { $points }つの観点に触れているかは、読み取れませんでした
        }
       *[other] { $points }つの観点のうち{ $covered }つに触れました
    }
interview-result-no-points = { $question }：回答ポイントのない質問です
interview-result-not-judged = { $question }：今回は判定していません
interview-result-skipped = { $question }：とばしました
interview-result-rested = { $question }：途中までです
interview-result-open = { $question }：途中までです
interview-result-sent = { $question }：判定の途中です
interview-results-skipped = { $count }問はとばしました
interview-best-title = いちばん伝わった一文
interview-best = 「{ $sentence }」
interview-practise-title = 次に練習するとよいこと
interview-practise-point = { $question }：「{ $point }」に触れてみる
interview-practise-question = { $question }：もう一度、答えてみる
interview-growth = 観点に触れた割合：{ $now }%（これまで { $before }%）
interview-growth-up = 観点に触れた割合：{ $now }%。これまでの{ $before }%から伸びています。
interview-gained = 前は届かず、今回触れた観点：{ $points }
interview-again = もう一度練習する
interview-progress = これまでの歩みを見る
interview-share = 歩みを共有する
interview-shared-number = { $number }回目の練習で、{ $answered }問に答えました
interview-preview = この内容だけを、このチャンネルに共有します。回答は含まれません。
interview-preview-elsewhere = 共有すると、この内容だけが見えます。回答は含まれません。共有したいチャンネルで、同じボタンから投稿できます。
interview-post = 共有する
