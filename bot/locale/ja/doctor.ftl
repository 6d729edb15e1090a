# senpai doctor と senpai run

run-no-platform = SlackもDiscordも設定されていないため、ターミナルで始めます。つなぎ方は docs/slack.md と docs/discord.md にあります。

doctor-content = 職種の文書
doctor-roles = { $count }件の職種を読み込みました。
doctor-broken-documents = 読み込めない文書が{ $count }件あります。senpai roles check で場所と直し方がわかります。
doctor-report = 誤りの知らせ先：{ $address }
doctor-database = データベース
doctor-database-well = { $url } を使えます。
doctor-database-broken = { $url } を使えません（{ $reason }）。SENPAI_DATABASE と、書き込みの権限を確かめてください。
doctor-slack = Slack
doctor-slack-unset = 設定されていません。つなぐときは docs/slack.md の手順で SLACK_BOT_TOKEN などを設定してください。
doctor-discord = Discord
doctor-discord-unset = 設定されていません。つなぐときは docs/discord.md の手順で DISCORD_TOKEN を設定してください。
doctor-well = 問題は見つかりませんでした。
doctor-failed = { $count }件、直すところがあります。✗ の行をご覧ください。
