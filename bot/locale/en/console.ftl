# Talking in a terminal

console-no-such-choice = There is no choice with that number. Type a number from 1 to { $count }, or send me words.
console-field = { $label }:
console-field-optional = { $label } (just press Enter for none):
console-field-holds = { $label } (now “{ $value }”; press Enter to keep it):
console-field-again = { $label } (please type it again, or “cancel” to leave):
console-field-again-optional = { $label } (please type it again; just press Enter for none, or type “cancel” to leave):
console-field-empty = Nothing was typed yet.
console-form-leave = Type “cancel” to leave.
console-form-left = I left the form as it was.
console-received = Got it.
console-prompt = { "> " }
console-bye = Come back any time.
console-file-saved = It is in { $path }.
console-file-not-saved = { $name } could not be written into this folder. Start again where you may write, and try once more.
console-picture = The picture is in { $path } until you leave.
