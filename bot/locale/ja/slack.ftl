# Slackでの会話

slack-notification = Senpaiからお返事です
slack-shortened = 長いため、ここまでを表示しました…。続きは、もとの文書をご覧になるか、知りたいところをことばで聞いてください。
slack-suggest = 職種の名前を入力して選ぶ
slack-suggest-typed = 「{ $typed }」で調べる
slack-submit = 送る
slack-cancel = やめる
slack-home-back = ホームに戻る
slack-token-refused = Slackにつながりません（{ $error }）。運営の方に、トークンの確認をお願いしてください。
slack-post-refused = Slackがこの投稿を受け付けませんでした（{ $error }）。運営の方にお知らせください。
slack-file-not-sent = ファイルを送れませんでした。少し置いて、もう一度お試しください。
slack-picture-in-dm = 図は、DMに送りました。
slack-can-post = ここに投稿できることを確かめました。

slack-app-description = 職種の仕事、スキル、そこへの道のりを教える、少し先を行く同僚
slack-senpai-summary = ことばで聞く、またはどのコマンドも使う
slack-senpai-hint = [CMOになるには？ / role CMO / help]

slack-doctor-bot-token-form = SLACK_BOT_TOKEN が xoxb- で始まっていません。アプリの「OAuth & Permissions」にある Bot User OAuth Token を設定してください。
slack-doctor-auth = ボットのトークンは有効です（{ $team } の { $name }）。
slack-doctor-auth-refused = ボットのトークンをSlackが受け付けません（{ $error }）。「OAuth & Permissions」でアプリを入れ直し、新しい Bot User OAuth Token を SLACK_BOT_TOKEN に設定してください。
slack-doctor-unreachable = Slackにつながりません（{ $error }）。ネットワークと、SLACK_API_URL を設定していればその値を確かめてください。
slack-doctor-scopes = 必要な権限（スコープ）はそろっています。
slack-doctor-scopes-missing = 権限（スコープ）が足りません：{ $scopes }。senpai slack manifest の出力をアプリの「App Manifest」に貼り直し、アプリを入れ直してください。
slack-doctor-clock = 時計は合っています。
slack-doctor-clock-off = この機械の時計がSlackと約{ $minutes }分ずれています。5分を超えると、Slackからの要求の署名を確かめられません。時刻の同期（NTP）を有効にしてください。
slack-doctor-no-mode = SLACK_APP_TOKEN も SLACK_SIGNING_SECRET もありません。Socket Modeなら xapp- で始まるトークンを、HTTPなら「Basic Information」の Signing Secret を設定してください。
slack-doctor-http = HTTPモードです。{ $host }:{ $port } の /slack/events で待ち受けます。
slack-doctor-http-running = HTTPモードです。{ $host }:{ $port } では、Senpaiがすでに動いています。
slack-doctor-http-taken = { $host }:{ $port } で待ち受けられません（{ $error }）。ほかのプログラムが使っていないか、SLACK_HOST と SLACK_PORT が合っているかを確かめてください。
slack-doctor-app-token-form = SLACK_APP_TOKEN が xapp- で始まっていません。「Basic Information」の「App-Level Tokens」で、connections:write を付けて作ったトークンを設定してください。
slack-doctor-app-token-refused = アプリのトークンをSlackが受け付けません（{ $error }）。「App-Level Tokens」で connections:write を付けて作り直し、「Socket Mode」が有効かも確かめてください。
slack-doctor-socket = Socket Modeで接続できます。
