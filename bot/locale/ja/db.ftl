# senpai db

cli-db = データベースをファイルに控える、控えから戻す
cli-db-backup = データベースのすべてを新しいファイルに書き出す
cli-db-restore = 書き出したファイルから、データベース（SENPAI_DATABASE）に戻す
cli-db-replace = いまデータベースにあるものを捨てる
cli-db-backup-done = { $rows }行を { $path } に書き出しました。利用者の書いた文章が入っています。ほかの人が読めない場所に保管してください。
cli-db-restore-done = { $path } から{ $rows }行をデータベースに戻しました。
cli-db-nothing = Senpaiのデータベースがまだないため、書き出すものがありません。SENPAI_DATABASE を確かめてください。
cli-db-file-exists = { $path } はすでにあるため、書き込みませんでした。別の名前を指定してください。
cli-db-not-empty = データベースにはすでにデータがあるため、何も変えていません。いまのデータを捨ててよいときは --replace を付けてください。
cli-db-not-a-backup = { $path } はSenpaiの控えではないか、壊れています。データベースは元のままです。
cli-db-too-new = 控えかデータベースが、いまより新しいSenpaiで作られています。何も変えていません。先にSenpaiを新しくしてください。
cli-db-failed = うまくいきませんでした。何も変えていません（{ $reason }）。SENPAI_DATABASE と、ディスクの空きを確かめてください。
