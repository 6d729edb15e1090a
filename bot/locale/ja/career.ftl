# /career

career-summary = 職種への道のりを調べる
career-role-help = 調べる職種、または今の職種
career-to-help = 目指す職種（2つの職種の間を調べるとき）
career-form-title = 道のりを調べる
career-form-body = 今の職種だけでも調べられます。目指す職種も入れると、その間の道のりとスキルの差がわかります。
career-form-role = 今の職種、または気になる職種
career-form-to = 目指す職種

career-title = { $name }のキャリア
career-into = { $name }になる道
career-out = { $name }の次の道
career-related = 関連する職種
career-none-written = 文書にはまだ書かれていません。
career-link = { $title } { $source }
career-undocumented = { $title }・未収録
career-undocumented-note = 「未収録」は、まだ文書のない職種です。
career-from = { $name }から{ $to }へ
career-choose-from = { $name }を目指す、今の職種を選ぶ

career-way-title = { $start } → { $end }
career-way-body =
    { $steps ->
       *[other] { $steps }つのステップです。文書に書かれた道のりの一例で、唯一の道ではありません。
    }
career-step = { $number }. { $start } → { $end } { $source }
career-step-skills = 新しく求められるスキル：{ $items } { $source }
career-step-tools = 新しく使うツール：{ $items } { $source }
career-step-nothing = 文書のうえでは、新しく求められるスキルやツールはありません。
career-step-undocumented = { $name }は未収録のため、スキルの差はこの先のステップでまとめて示します。
career-last-undocumented = { $name }は未収録のため、スキルの差は示せません。
career-step-unknown-start = { $name }は未収録のため、{ $end }に必要なものをすべて挙げます。
career-see-skills = { $name }のスキルを見る
career-no-way = { $start }から{ $end }への道のりは、いまの文書には見当たりませんでした。
career-no-way-near = { $end }への道のりがあり、{ $start }に近い職種はこちらです。
career-start-unknown = 「{ $query }」からの道のりは、いまの文書には見当たりませんでした。{ $name }のキャリアをお見せします。
career-reverse = 逆の、{ $start }から{ $end }への道のりならあります。
career-same = 同じ職種です。別の職種を選ぶと、その間の道のりを調べられます。
career-show-reverse = { $start } → { $end }
career-paths = { $name }のキャリアパスを読む

picture-summary = 道のりを図で見る
picture-role-help = 調べる職種、または今の職種
picture-to-help = 目指す職種
picture-button = 図で見る
picture-back = ことばで見る
picture-skills = 新しく求められるスキル
picture-no-skills = 新しく求められるスキルはありません
picture-undocumented = 未収録
picture-group = { $heading }：{ $items }
picture-start = { $title }からの道のりの図
picture-step = { $number }. { $title }
picture-step-skills = { $number }. { $title }（新しく求められるスキル：{ $skills }）
