# Talking in a terminal

console-no-such-choice = There is no choice with that number. Type a number from 1 to { $count }, or send me words.
console-field = { $label }:
console-field-optional = { $label } (just press Enter for none):
console-field-holds = { $label } (now “{ $value }”; press Enter to keep it):
console-prompt = { "> " }
console-bye = Come back any time.
console-file-saved = It is in { $path }.
console-file-not-saved = { $name } could not be written into this folder. Start again where you may write, and try once more.
