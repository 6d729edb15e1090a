# はじめの言葉、ヘルプ、うまくいかなかったとき

hello-text =
    こんにちは、Senpaiです。次の仕事を考えるときの、少し先を行く同僚だと思ってください。
    職種の仕事内容やスキル、そこへの道のり、面接で聞かれることを、職種の文書をもとにお答えします。
    気になる職種の名前を、そのまま送ってみてください。略称でも、うろ覚えでも大丈夫です。
hello-summary = はじめの案内
hello-role = { $name }を見てみる
hello-browse = 職種を一覧から選ぶ
hello-career = 道のりを調べる
hello-interview = 面接を練習する

help-summary = 使い方
help-button = 使い方を見る
help-title = まずはここから
help-body =
    - **職種の名前を送る**：「CMO」「プロダクトマネージャー」など
    - **質問で聞く**：「CMOになるには？」「面接で何を聞かれる？」
    - **道のりを調べる**：「デジタルマーケターからCMOになるには」
help-commands = コマンド
help-command = /{ $name }：{ $summary }

language-ja = 日本語
language-en = 英語
list-separator = 、
more-items = ほか{ $count }件
source = 出典：{ $where }
source-place = { $file }「{ $section }」
sources =
    出典：
    { $list }
source-note = ［{ $number }］{ $where }
source-section = 「{ $section }」：{ $files }
source-and = ・
source-mark = ［{ $numbers }］
revised = 改訂 { $date }
other-language = この職種の文書は{ $language }だけです
other-language-some = { $language }だけの文書が含まれます。

error-unexpected = すみません、こちらの不具合でお答えできませんでした。少し置いて、もう一度お試しください。続くときは、番号 { $number } を運営の方にお知らせください。
error-too-long = 長すぎて読み取れませんでした。{ $limit }字までに分けて送ってください。
error-line-too-long = コマンドとしては長すぎて、読み取れませんでした。{ $limit }字までにして、もう一度送ってください。
error-no-such-command = { $name } というコマンドはありません。こちらのことでしょうか。
error-unknown-command = { $name } というコマンドはありません。使い方からご覧ください。
error-role-gone = { $slug } の文書は、いまはありません。
error-not-saved = すみません、いまは記録ができず、保存していません。書いたものを手元に残して、少しあとにもう一度お試しください。
error-post-expired = 時間が過ぎたため、投稿しませんでした。
error-no-database = いまは記録ができないため、この操作はできません。運営の方にお知らせください。
error-post-later = いま混み合っています。少しあとに、こちらから投稿します。
error-post-unsure = 投稿できたかどうかを確かめられませんでした。チャンネルをご覧になって、なければもう一度お試しください。
error-may-not-post = ここに共有できるのは、このチャンネルに投稿できる方だけです。投稿できるチャンネルで、もう一度お試しください。
error-post-not-in-channel = このチャンネルに投稿できません。チャンネルで /invite を使って、Senpaiを招待してください。
error-post-forbidden = このチャンネルに投稿する権限（{ $permission }）がありません。管理者の方に許可をお願いしてください。
error-post-gone = このチャンネルには、もう投稿できません（アーカイブ、または削除されています）。
error-post-scope = Slackアプリの権限（{ $scope }）が足りません。運営の方に、権限を足して入れ直すようお願いしてください。
error-dm-closed = DMを送れませんでした。DMを受け取る設定にしてから、もう一度お試しください。
error-admins-only =
    この操作ができるのは、{ $platform ->
        [slack] ワークスペースの管理者の方だけです（オーナーを含みます）。
        [discord] このサーバーで「サーバー管理」の権限がある管理者の方だけです。
       *[other] 管理者の方だけです。
    }
error-managers-only =
    この操作ができるのは、{ $platform ->
        [slack] ワークスペースの管理者の方（オーナーを含みます）と、管理者の方が /daily managers で加えた方だけです。
        [discord] このサーバーで「サーバー管理」の権限がある管理者の方と、その方が /daily managers で加えた方だけです。
       *[other] 管理者の方と、管理者の方が /daily managers で加えた方だけです。
    }
    出題された質問には、どなたでも「答えてみる」から答えられます。
error-not-understood = うまく読み取れませんでした。職種の名前を送ってみてください。
