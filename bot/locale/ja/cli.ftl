# コマンドライン

cli-senpai = Senpai（先輩）：職種の文書をもとに、次の仕事への道を一緒に考えるコーチ。何も付けなければターミナルで会話を始めます。
cli-locale = ことば（ja または en）
cli-content = 職種の文書のファイルかフォルダ（何度でも指定できます）
cli-chat = ターミナルで会話する
cli-chat-json = 返事を1行ずつJSONで出す
cli-chat-as = この名前の人として話す
cli-chat-admin = 管理者として話す
cli-roles = 職種の文書を書く人のための道具
cli-roles-check = 文書の問題を、ファイル名と行番号つきで示す
cli-roles-json = JSONで出す
cli-roles-strict = 警告があるときも失敗にする
cli-roles-show = 文書をどう読み取ったかを示す
cli-roles-new = 新しい文書のひな形を書き出す
cli-roles-slug = 文書のslug（英小文字・数字・_・-）
cli-roles-to = 書き出すフォルダ
cli-run = 設定されたSlackとDiscordで動かす（なければターミナル）
cli-doctor = 設定を確かめ、足りないものと直し方を示す
cli-slack = Slackアプリを作るための道具
cli-slack-manifest = Slackアプリのマニフェストを出す
cli-slack-prefix = スラッシュコマンドの前に付ける文字（例：s-）
cli-slack-url = HTTPで受けるときの公開URL（なければソケットモード）
cli-bad-setting = 設定 { $name } の値「{ $value }」は使えません。
cli-setting-report = https:// か mailto: で始まる300字までのアドレスにしてください。https:// のパスと問い合わせ部分には { $places } を入れられます。
cli-no-such-path = { $path } が見つかりません。
cli-no-such-role = 「{ $role }」という職種の文書はありません。
cli-bad-slug = slug「{ $slug }」は使えません。英小文字・数字・_・- だけの40字までで指定してください。
cli-no-name = 職種の名前を入れてください。
cli-file-exists = { $path } はすでにあります。--slug で別の名前を指定してください。
cli-written = { $path } を書き出しました。書き終えたら senpai roles check で確かめられます。
cli-feedback = 回答がどのポイントに触れているかを判定する（標準入力から1行1件のJSON）
cli-feedback-evaluate = 判定の代わりに、ラベル付きのファイルで判定の正しさを測る
cli-feedback-cues = --evaluate 用：ポイントごとの手がかりのJSONファイル（なければ、同じ場所の cues.json）
cli-feedback-embedding = 埋め込みモデルも使って判定する（pip install senpai[embedding]）
cli-feedback-bad-row = { $line }行目：{ $problem }
cli-feedback-not-installed = 埋め込みモデルが入っていません。pip install senpai[embedding] で入ります。--embedding を付けなければ、なしで判定します。
cli-feedback-no-rows = { $path } にラベル付きの行がありません。
cli-feedback-report = { $cues ->
        [with] 手がかりあり
       *[without] 手がかりなし
    }：{ $rows }件、均衡正解率 { $accuracy }、AUC { $auc }、F1 { $f1 }。読み取れなかったもの { $unclear }、それ以外の正解率 { $right }。
cli-feedback-tag = { $tag }：{ $rows }件、誤り { $wrong }（触れている・見当たらないと誤って言い切ったもの { $called }）
cli-feedback-calibration = スコア { $score }：実際に触れていた割合 { $covered }（{ $rows }件）
