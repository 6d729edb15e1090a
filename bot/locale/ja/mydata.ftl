# /mydata：自分のデータ

mydata-summary = 保存されている自分のデータを見る、書き出す、消す
mydata-do-help = すること（なければ、何があるかを見る）
mydata-do-export = 書き出す
mydata-do-delete = 消す
mydata-button = 自分のデータを見る
mydata-title = 保存されている自分のデータ
mydata-nothing = 保存されているものはありません。
mydata-about = 表示名、ことば、時間帯と、設定で選んだもの
mydata-responses = 回答 { $count }件（前の版 { $versions }件）
mydata-shared = 共有した投稿 { $count }件
mydata-draft = DMで書きかけの回答（{ $count }通）
mydata-interviews = 面接の練習 { $count }回
mydata-practised = 練習した質問と観点の記録 { $count }件
mydata-messages = お知らせ { $count }件（送ったもの、これから送るもの）
mydata-roles = ワークスペースやサーバーの設定に、設定した人、管理できる人として残るID { $count }件
mydata-readers = 誰が読めるか、いつまで残るか：
mydata-export = すべて書き出す
mydata-exported = 保存されている自分のデータを、すべてファイルにまとめました（時刻はUTCです）。
mydata-delete = すべて消す
mydata-delete-asked = 次のものをすべて消し、共有した投稿も取り下げます。元には戻せません。消しますか。
mydata-keep = やめておく
mydata-deleted = 次のものを消しました
mydata-roles-stay = チャンネルの設定に残るIDは、ワークスペースやサーバーの設定のため、消していません。管理者の方が /daily で消せます。
mydata-again = また話しかけると、表示名とことばはもう一度保存されます。回答は、もう一度「はじめる」を押すまで保存しません。
