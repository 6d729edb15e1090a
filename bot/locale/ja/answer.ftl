# /answer：質問に答える

answer-summary = 質問に答える
answer-question-help = 質問（今日の一問、または職種と質問の番号）
answer-text-help = 回答
answer-form = 質問に答える
answer-field = 回答
answer-write = DMで書く
answer-not-found = その質問や回答は見つかりませんでした。
answer-question-gone = この質問は、文書の改訂でなくなりました。
answer-empty = まだ言葉になっていなくても大丈夫です。思い当たる場面を一つ、短い一文から書いてみませんか。
answer-too-long = 長すぎて保存できません（{ $length }字）。{ $limit }字までに縮めて、もう一度送ってみてください。
answer-too-long-for-form = 長い回答のため、フォームには入りきりません。書き直すときは、DMで書いてください。いまの回答は、書き終えるまでそのまま残ります。
answer-saved = 回答を保存しました。いま見られるのは、ご自身だけです。
answer-saved-again = 書き直した回答を保存しました（{ $version }版目）。前の版も残してあります。
answer-shared-before = 共有してある投稿は、前の版のままです。
answer-streak = 出題のあった日に、{ $days }回続けて答えています。
answer-points = この質問で、面接官が耳を傾けそうな観点の例です。正解ではありません。
answer-no-points = この質問には回答ポイントがありません。
answer-own = 自分の回答
answer-again = 書き直す
answer-share = 内容を確認して共有
