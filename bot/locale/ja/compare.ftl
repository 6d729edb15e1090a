# /compare

compare-summary = 2つの職種を比べる
compare-role-help = 一つ目の職種
compare-other-help = 二つ目の職種
compare-which = 比べたい職種を2つ並べて送ってください。たとえば「/compare ブランドマネージャー プロダクトマネージャー」のように。
compare-same = どちらも{ $name }です。別の職種と並べて送ってください。
compare-title = { $first }と{ $second }
compare-skills = こちらだけのスキル：{ $items }
compare-tools = こちらだけのツール：{ $items }
