# ターミナルでの会話

console-no-such-choice = その番号の選択肢はありません。1から{ $count }までの番号か、ことばで送ってください。
console-field = { $label }：
console-field-optional = { $label }（なければ何も入れずに改行）：
console-prompt = { "> " }
console-bye = またいつでもどうぞ。
