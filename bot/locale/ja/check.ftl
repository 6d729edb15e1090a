# 職種の文書の確認（senpai roles check）

check-summary = { $roles }件の職種を確かめました。エラー{ $errors }件、警告{ $warnings }件。
check-summary-sets = 職種のほかに、共通の質問の文書{ $sets }件も確かめています。

check-too-large = 大きすぎます。{ $limit }バイトまでに減らしてください。
check-too-complex = 入れ子や記号が多すぎて読み取れません。書き方を単純にしてください。
check-not-utf8 = UTF-8ではない文字があります。文字コードUTF-8で保存し直してください。
check-unreadable = 開けません（{ $reason }）。そこにあるかと、アクセス権を確かめてください。
check-reader-failed = 読み取りの途中で、こちらの不具合が起きました。記録（ログ）を添えてお知らせください。
check-empty = 中身がありません。senpai roles new で書き出したひな形から始められます。
check-no-front-matter = 冒頭に --- で囲んだ項目（slug、title など）がありません。1行目から書いてください。
check-unclosed-front-matter = 冒頭の項目が閉じていません。最後に --- だけの行を足してください。
check-front-matter-not-fields = 冒頭は「項目名: 値」の形で書いてください。
check-bad-yaml = 冒頭の項目を読み取れません（{ $problem }）。コロンや記号を含む値は "..." で囲んでください。
check-yaml-alias = 冒頭の項目では & と * の参照は使えません。値をそのまま書くか、"..." で囲んでください。
check-yaml-tag = 冒頭の項目では !! などのタグは使えません。値をそのまま書いてください。
check-missing-slug = slug がありません。「slug: product_manager」のように、英小文字で書き足してください。
check-bad-slug = slug「{ $slug }」は使えません。英小文字・数字・_・- だけの40字までで書いてください。
check-missing-title = title がありません。「title: 職種名（別名, English Name）」のように書き足してください。
check-duplicate-slug = slug「{ $slug }」（{ $lang }）は { $other } と重なっています。どちらかを変えてください。
check-bad-date = updated の「{ $value }」は日付として読めません。2026-11-22 の形で書いてください。
check-odd-field = 項目「{ $name }」の形を読み取れないため、使っていません。文字列か、一覧で書いてください。
check-unknown-field = 項目「{ $name }」は読み取れません。「{ $near }」のことなら、書き直してください。
check-unknown-category = category「{ $name }」は、新しい分野になります。「{ $near }」のことなら、書き直してください。
check-unknown-lang = 言語「{ $lang }」では話せません。日本語は ja、英語は en と書いてください。
check-unknown-related = related_jobs の「{ $slug }」という職種がありません。slug を確かめるか、その文書を加えてください。
check-no-questions = 面接の質問が見つかりません。「## 面接でよくある質問」の下に、番号をつけて書いてください。
check-no-points = 質問{ $numbers }に回答ポイントがありません。書き足すと、回答へのフィードバックができるようになります。
check-same-question = 同じ質問が2回あります：「{ $text }」。どちらかを変えてください。
check-same-id = IDが「{ $id }」の質問が2つあります。どちらかのIDを変えてください。
check-bad-id = 質問のID「{ $mark }」を読み取れません。半角の波括弧の中に、# と、英数字・_・- だけの40字までで書いてください。
check-cues-unreadable = 手がかりのファイルを読み取れません（{ $problem }）。「質問のID → ポイント → 言い方の一覧」の形で書いてください。
check-cues-no-question = 手がかりの「{ $id }」というIDの質問は、文書にありません。IDを確かめてください。
check-cues-no-point = 質問「{ $id }」に「{ $point }」という回答ポイントはありません。文書と同じ書き方にそろえてください。
check-cues-shared = 質問「{ $id }」の手がかり「{ $phrase }」が、2つのポイントにあります。どちらかを変えてください。
check-cues-twice = 手がかりに「{ $name }」が2回あり、後のほうだけを使っています。1つにまとめてください。
check-stray = 読み込まれないファイルです。手がかりは文書の隣の「SLUG.cues.yaml」に、用語集は「glossary.yaml」に書いてください。
check-cues-missing = 手がかりのない回答ポイントが{ $count }件あります（質問{ $numbers }）。答える人が言いそうな言い方を、6つほど書き足してください。
check-cues-none = 質問{ $number }の「{ $points }」に手がかりがありません。答える人が言いそうな言い方を、6つほど書き足してください。
check-cues-collide = 質問{ $number }「{ $point }」の手がかり「{ $cue }」は、「{ $other }」の「{ $phrase }」のほうに似ています。どちらかを言い換えてください。

# senpai roles check が用語集をもとに示すこと、--strict のときに加えて示すこと

check-name-taken = 「{ $name }」は { $other } の職種の名前でもあり、どちらのことか決められません。外すか、別の名前にしてください。
check-unfilled = ひな形の文が{ $count }か所残っています（「{ $text }」など）。このままでは表示されるので、書き換えてください。
check-odd-heading = 見出し「{ $heading }」が何の節かを読み取れず、「{ $topic ->
        [overview] 概要
        [duties] 主な業務
        [skills] 必要なスキルとツール
        [team] 協業スタイル
        [path] キャリアパス
        [outlook] 将来の見通し
       *[learn] 学び方
    }」の節が見つかりません。その節なら、見出しを書き直してください。
check-glossary-unreadable = 用語集を読み取れません（{ $problem }）。1語ずつ、term と kind（skill、tool、kpi、rung）を書いてください。
check-glossary-shared = 「{ $text }」が「{ $first }」と「{ $second }」の両方を指しています。どちらか一方だけに残してください。
check-synonym = 「{ $text }」は、用語集の綴り「{ $term }」に書きそろえてください。ほかの職種と比べられるようになります。
check-unknown-term = 「{ $text }」は用語集にありません。近い用語に書き換えるか、用語集に加えてください。
check-no-section = 「{ $topic ->
        [overview] 概要
        [duties] 主な業務
        [skills] 必要なスキルとツール
        [team] 協業スタイル
        [path] キャリアパス
        [outlook] 将来の見通し
       *[learn] 学び方
    }」の節がありません。書き足すか、見出しの言葉を確かめてください。
check-few-questions = 質問が{ $count }問です。{ $least }問以上にしてください。
check-points = 質問{ $number }の回答ポイントが{ $count }個です。3〜5個にしてください。
check-vague-point = 回答ポイント「{ $point }」は、答えの中にあるかを確かめられません。「解約率の分解」のように、話に出てくることを書いてください。
check-few-cues = 手がかりが{ $least }つに満たない回答ポイントが{ $count }件あります。文書の隣の「SLUG.cues.yaml」に書き足してください。
check-length = 読むのに約{ $minutes }分かかります。{ $least }〜{ $most }分に収めてください。
check-alike = 質問「{ $text }」は「{ $other }」（{ $where }）とよく似ています。どちらかを、その職種ならではの場面に書き換えてください。
check-one-way-related = related_jobs の「{ $slug }」の文書に、こちらの「{ $own }」がありません。相手の文書にも書き足すか、こちらから外してください。
check-unknown-step = パスの「{ $title }」には、文書も用語集の役職（kind: rung）もありません。題名の綴りにそろえるか、用語集に加えてください。
check-unreached = この職種に入ってくるパスがありません。キャリアパスに1本以上書いてください。
check-few-onward = この職種から進める先が{ $count }職種です。{ $least }職種以上につながるよう、出ていくパスを書き足してください。
check-few-starts = この役員職に届く職種が{ $count }つです。{ $least }つ以上から届くよう、入ってくるパスを書き足してください。
