# /write：DMで書く

write-summary = 回答をDMで書く
write-what-help = 質問
write-how = 思いついた順に、何通に分けて送っても大丈夫です。届いたものから保存します。書き終えたら「送信」と送ってください。
write-here = ここで書く
write-new = 前の下書きを消して、こちらを書く
write-other = 別の質問に、書きかけの回答があります。先に送信しますか。
write-send = 送信
write-stop = やめる
write-stop-asked = 書きかけの回答を消して、やめますか。元には戻せません。
write-stop-sure = 消してやめる
write-stopped = 書きかけの回答を消しました。また気が向いたら、いつでもどうぞ。
write-none = いま書きかけの回答はありません。
write-part = 保存しました（{ $count }通、{ $length }字）。
write-part-perhaps = 少し間が空いたので、念のため。回答の続きでなければ、下のボタンで外せます。
write-undo = いまのは回答ではない
write-undone = 回答から外しました。もう一度、そのまま送ってみてください。先に「やめる」を押すと、書きかけの回答を閉じられます。
write-changed = 直したものを保存しました（全部で{ $length }字）。
write-too-long = 全部で{ $limit }字を超えるため、この分は保存できませんでした。ここまでの分は保存してあります。
