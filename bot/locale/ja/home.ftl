# /home

home-summary = はじめの画面
home-goal = 目指す職種：{ $name }
home-no-goal = 目指す職種は、まだ決まっていません
home-nothing-yet = 練習を始めると、ここに歩みと、次に練習するとよい質問が出ます。
home-change-goal = 目指す職種を変える
