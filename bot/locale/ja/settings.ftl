# /settings：自分の設定

settings-summary = ことば、時間帯、お知らせの設定
settings-language-help = ことば
settings-timezone-help = 時間帯（日本時間、Asia/Tokyo など。自動にもできます）
settings-reminders-help = Senpaiからのお知らせ
settings-disputes-help = 「書いたつもりです」と直した判定を、運営者に渡すか
settings-outside-help = 外部のサービスでの読み直し（ask で確かめる、off でやめる）
settings-button = 設定
settings-title = 自分の設定
settings-body = 時間帯は「日本時間」「ニューヨーク」「Asia/Tokyo」のように書けます。「自動」とすると、SlackやDiscordの設定に合わせます。
settings-language = ことば
settings-language-ja = 日本語
settings-language-en = English
settings-language-auto = 自動（SlackやDiscordの設定に合わせる）
settings-timezone = 時間帯
settings-reminders = Senpaiからのお知らせ
settings-reminders-on = 受け取る（多くても週に1回）
settings-reminders-off = 受け取らない
settings-auto-word = 自動
settings-no-zone = 「{ $zone }」という時間帯を読み取れませんでした。「日本時間」「ニューヨーク」「Asia/Tokyo」のように書いてみてください。
settings-no-language = 「{ $language }」は選べません。日本語か英語を選んでください。
settings-kept = 設定を保存しました
settings-change = 設定を変える
settings-disputes = 直した判定を運営者に渡す
settings-disputes-on = 渡す（質問、観点、回答の文面。名前は含みません）
settings-disputes-off = 渡さない
settings-disputes-operator = 運営者
settings-disputes-asked = 「書いたつもりです」と直した判定を、判定の改善のために{ $name }に渡してもよいですか。渡すのは、これまでとこれからに直した質問、観点、回答の文面です。名前は含みませんが、回答に書いた言葉はそのまま入ります。お返事がなければ渡しません。/settings でいつでも変えられますが、渡したあとの控えは取り戻せません。
settings-outside = 外部のサービスでの読み直し
settings-outside-title = 外部のサービスでの読み直し
settings-outside-asked = 判定の助けに、回答を { $recipient } に送れます。送るのは質問、観点とその手がかり、回答の文面だけで、名前は送りません。送らなくても、判定はこれまでどおりです。送ったものの扱いは、送り先が決めます。
settings-outside-now = いまは{ $state ->
        [on] 送っています。いつでもやめられます。
       *[off] 送っていません。
    }
settings-outside-agree = 送る
settings-outside-refuse = 送らない
settings-outside-withdraw = 送るのをやめる
settings-outside-change = 外部での読み直しを選ぶ
settings-outside-state = { $state ->
        [on] { $recipient } に送る
       *[off] 送らない（送り先：{ $recipient }）
    }
settings-outside-none = このSenpaiは、回答を外部のサービスに送りません。
