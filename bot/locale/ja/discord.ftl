# Discord

discord-named = { $name }：
discord-shortened = …長いため、ここまでを表示しています。続きは出典の文書でお読みいただけます。
discord-mention = お返事を用意しました。ボタンを押すと、ご自身だけに見える形で表示します。
discord-look-alone = 自分だけで見る
discord-dm-sent = DMにお送りしました。
discord-role-hint = 略称でも、うろ覚えでも大丈夫です
discord-form-wrong = ↑ こちらをもう一度ご確認ください。
discord-given-back = お書きになった内容
discord-post-refused = Discordがこの投稿を受け付けませんでした（{ $error }）。運営の方にお知らせください。

discord-permission-view = チャンネルを見る
discord-permission-send = メッセージを送信
discord-permission-files = ファイルを添付
discord-permission-threads = スレッドでメッセージを送信

discord-doctor-reached = Discordに届きました（{ $name }としてログインしています）。
discord-doctor-unreachable = Discordに届きません（{ $url }）。ネットワークと DISCORD_API_URL を確かめてください。
discord-doctor-token = Discordがトークンを受け付けません。Developer Portal の「Bot」で「Reset Token」を押し、新しいトークンを DISCORD_TOKEN に入れてください。
discord-doctor-refused = Discordが { $path } を断りました（{ $status }）。少し置いてから、もう一度お試しください。
discord-doctor-clock-right = 時計は合っています。
discord-doctor-clock-wrong = このコンピューターの時計が、Discordと{ $minutes }分ずれています。時刻の自動調整を有効にしてください。
discord-doctor-installable = サーバーにもアカウントにも入れられます。
discord-doctor-no-server = サーバーに入れられない設定です。Developer Portal の「Installation」で「Guild Install」を有効にしてください。
discord-doctor-no-person = アカウントに入れられない設定です。個人でも使えるようにするには、Developer Portal の「Installation」で「User Install」を有効にしてください。
discord-doctor-endpoint = 「Interactions Endpoint URL」が設定されているため、コマンドやボタンの知らせが届きません。Developer Portal の「General Information」で空にしてください。
discord-doctor-no-privilege = 特権インテントは使っていません（必要ありません）。
discord-doctor-privilege = 使っていない特権インテントが有効です。Developer Portal の「Bot」で「Privileged Gateway Intents」をすべて無効にできます。
discord-doctor-commands = コマンドは登録済みです（{ $count }件）。
discord-doctor-no-commands = コマンドがまだ登録されていないか、古いままです。Senpaiを起動すると登録されます（Discordの画面に出るまで、少しかかることがあります）。
