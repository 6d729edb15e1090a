# /progress

progress-summary = これまでの歩みを見る（練習、触れた観点、復習）

progress-title = これまでの歩み
progress-nothing = 歩みは、面接の練習や毎日の一問に答えると、ここに残ります。見られるのは、ご自身だけです。
progress-days = 毎日の一問に、{ $days }回続けて答えています
progress-practised = 面接の練習は{ $interviews }回、回答は{ $responses }件です
progress-due = 復習の時期が来た質問が{ $count }問あります（{ $roles }）
progress-due-of = { $name } { $count }問
progress-next-due = 次に復習するとよいのは、{ $date }からです
progress-coverage = 観点に触れた割合（この8週間）
progress-coverage-weekly = 観点に触れた割合（週ごと）
progress-no-coverage = 面接の練習をすると、触れた観点の割合がここに残ります。
progress-role = { $name }：{ $now }%（はじめの週は{ $before }%）
progress-role-first = { $name }：{ $now }%
progress-tile-days = 毎日の一問
progress-tile-days-value = { $count }回連続
progress-tile-interviews = 面接の練習
progress-tile-interviews-value = { $count }回
progress-tile-due = 復習の時期
progress-tile-due-value = { $count }問
progress-alt = これまでの歩みの図。{ $figures }。
progress-alt-role = { $name }の観点に触れた割合：{ $weeks }
progress-review = 復習する
