# 回答へのフィードバック

feedback-title = フィードバック
feedback-not-yet = まだ判定していません。
feedback-covered = { $count }つの観点に触れています
feedback-unclear = 読み取れませんでした
feedback-missed = まだ見当たりません
feedback-quoted = { $point }：「{ $sentence }」
feedback-by-own-word = { $point }（ご本人の訂正）
feedback-for-example = { $point }（面接官が耳を傾けそうな話の例：「{ $cue }」）
feedback-dispute = 書いたつもりです：{ $point }
feedback-no-points = この質問には回答ポイントがないため、内容は判定していません。書き方だけお伝えします。
feedback-stuffed = 用語は挙がっていますが、ご自身が何をされたかを読み取れなかったため、触れた観点には数えていません。一つだけ選び、「何を見て、どう変えたか」を一文で足してみませんか。
feedback-copied = 質問やポイントの言葉がそのまま並んでいるため、触れた観点には数えていません。ご自身の場面を一つ、短く書いてみませんか。
feedback-off-topic = 質問とは別の話のように読み取りました。触れた観点には数えていません。質問の場面を一つ思い浮かべて、書いてみませんか。
feedback-empty = 内容を読み取れませんでした。今回は判定していません。
feedback-gave-up = まだ言葉になっていなくても大丈夫です。今回は判定していません。
feedback-other-angle = 挙げた観点とは別の切り口の、具体的な回答です。観点は例なので、この切り口のままでも話せます。
feedback-signs = 書き方
feedback-length-fits = { $length }字（話すと約{ $seconds }秒）
feedback-length-short = { $length }字（話すと約{ $seconds }秒）。{ $least }字ほどあると、場面が伝わりやすくなります
feedback-length-long = { $length }字（話すと約{ $seconds }秒）。{ $most }字ほどにしぼると、聞き手が追いやすくなります
feedback-span = 「{ $span }」
feedback-sign-numbers = 数字：{ $spans }
feedback-sign-results = 結果：{ $spans }
feedback-sign-vague = 具体的にできそうな言葉：{ $spans }
feedback-in-time = { $seconds }秒で書きました（目安は{ $target }秒）
feedback-over-time = { $seconds }秒かかりました（目安は{ $target }秒）
