# /settings：自分の設定

settings-summary = ことば、時間帯、お知らせの設定
settings-language-help = ことば
settings-timezone-help = 時間帯（日本時間、Asia/Tokyo など。自動にもできます）
settings-reminders-help = Senpaiからのお知らせ
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
settings-kept = 設定を保存しました
settings-change = 設定を変える
