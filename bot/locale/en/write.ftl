# /write: writing in the DM

write-summary = Write an answer in the DM
write-what-help = The question
write-how = Send it as it comes to you, in as many messages as you like; each is saved when it arrives. When you're done, send “send”.
write-here = Write here instead
write-new = Delete that draft and write this one
write-other = You have an unfinished answer to another question. Send that one first?
write-send = Send
write-stop = Stop
write-stop-asked = Delete the unfinished answer and stop? There is no way back.
write-stop-sure = Delete and stop
write-stopped = The unfinished answer is deleted. Come back whenever you feel like it.
write-none = There is no unfinished answer at the moment.
write-part = Saved ({ $count } in all, { $length } characters).
write-part-perhaps = It has been a while: if this wasn't part of your answer, the button below takes it out.
write-undo = That wasn't my answer
write-undone = Taken out of your answer. Press “Stop” to close the unfinished answer, then send your message again.
write-changed = Saved as you changed it ({ $length } characters in all).
write-too-long = This would be more than { $limit } characters, so this part wasn't saved. What you sent before is.
