# /compare

compare-summary = 2つの職種を比べる
compare-role-help = 一つ目の職種
compare-other-help = 二つ目の職種
compare-which = 比べたい職種を2つ選んでください。名前は、略称でもうろ覚えでも大丈夫です。
compare-with-what = { $name }と何を比べますか。ほかの職種は、「/compare { $name } 経理担当」のように2つ並べて送ってください。
compare-same = どちらも{ $name }です。何と比べますか。
compare-title = { $first }と{ $second }
compare-skills = こちらだけのスキル：{ $items }
compare-tools = こちらだけのツール：{ $items }
