# /begin：説明を読んで、はじめる

begin-summary = 説明を読んで、はじめる
begin-line-help = 続けて行うこと（コマンドの形で）
begin-done = ありがとうございます。準備ができました。
