# ターミナルでの会話

console-no-such-choice = その番号の選択肢はありません。1から{ $count }までの番号か、ことばで送ってください。
console-field = { $label }：
console-field-optional = { $label }（なければ何も入れずに改行）：
console-field-holds = { $label }（いまは「{ $value }」。そのままなら何も入れずに改行）：
console-field-again = { $label }（もう一度入れてください。やめるときは「やめる」）：
console-field-again-optional = { $label }（もう一度入れてください。なければ何も入れずに改行、やめるときは「やめる」）：
console-field-empty = まだ何も入っていません。
console-form-leave = やめるときは「やめる」と送ってください。
console-form-left = 入力をやめました。
console-received = 受け取りました。
console-prompt = { "> " }
console-bye = またいつでもどうぞ。
console-file-saved = { $path } に書き出しました。
console-file-not-saved = { $name } を、このフォルダーに書き出せませんでした。書き込める場所で始め直して、もう一度お試しください。
console-picture = 図は { $path } で見られます。会話を終えると消えます。
