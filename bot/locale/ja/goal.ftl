# /goal

goal-summary = 目指す職種を決める
goal-role-help = 目指す職種（まだなら「未定」）
goal-set = 目指す職種を{ $name }にしました。練習や道のりは、ここから始められます。
goal-is = 目指す職種は{ $name }です。
goal-none = 目指す職種を選んでおくと、練習や道のりがすぐに始められます。
goal-undecided = まだ決めていない、も答えの一つです。気になる分野から見比べてみませんか。
goal-by-name = 決まっていれば、「/goal SRE」のように名前をつけて送っても大丈夫です。
goal-change = 目指す職種を選び直す
goal-choose = 目指す職種を選ぶ
goal-interview = { $name }の面接を練習する
goal-way = { $name }への道のり
goal-role = { $name }の概要
goal-undecide = まだ決めない

choose-summary = 職種を分野から選ぶ
choose-aim-help = 選んだ職種で行うこと
choose-category-help = 職種の分野
choose-page-help = 何ページ目か
