# /privacy：回答の扱い

privacy-summary = 回答の扱い（誰が見られるか、いつまで残るか）
privacy-title = 回答の扱い
privacy-before = はじめる前に
privacy-operator = このSenpaiを運営しているのは、{ $name }です。
privacy-nobody = このSenpaiの運営者の名前は、まだ設定されていません。
privacy-contact = 問い合わせ先：{ $contact }
privacy-purpose = 回答は練習のためのものです。評価や選考には使いません。
privacy-own = 回答を見られるのは、ご自身だけです。内容を確認して共有したものだけが、そのチャンネルの人にも見えます。管理者にも、誰が何を答えたか、誰が答えていないかは見えません。
privacy-readers = 技術的に読むことができるのは、データベースを管理する方（運営者）です。
privacy-slack = 回答は、このSlackワークスペースに属します。DMでのやりとりは、ワークスペースのオーナーがデータの書き出しで読める場合があります。
privacy-discord = 回答はご自身に属し、どのサーバーでもDMでも、ご自身だけが開けます。サーバーに属するのは、チャンネルの設定だけです。
privacy-outside = 判定の助けに { $recipient } を使う設定があります。送るのは、/settings outside=ask で「送る」を選んだ方の、質問、観点、回答の文面だけです。選ばなければ、どこにも送りません。
privacy-days = 保存するのは、最後に書いた日から{ $days }日間です。/mydata から、いつでも書き出しと削除ができます。
privacy-nothing-yet = 「はじめる」を押すまで、何も保存しません。
privacy-not-kept = まだ何も保存していません。よければ「はじめる」を選んで、もう一度送ってください。
privacy-agree = この扱いで始めますか
privacy-begin = はじめる
privacy-more = 回答の扱い
privacy-also = 回答のほかに保存するのは、練習の記録、表示名、ことば、時間帯と、/settings で選んだものです。職種を調べるだけなら、質問の内容は残りません。共有した投稿は、取り下げるか、保存する日数が過ぎるまで、チャンネルに残ります。
