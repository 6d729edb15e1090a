# /role

role-summary = 職種を調べる
role-role-help = 職種の名前（略称・英語・うろ覚えでも）
role-section-help = 知りたいこと（業務、スキル、面接など）
role-category-help = 職種の分野
role-page-help = 何ページ目か

role-section-overview = どんな仕事か
role-section-duties = 主な業務
role-section-skills = スキルとツール
role-section-tools = ツール
role-section-team = 一緒に働く人
role-section-path = キャリアパス
role-section-outlook = 将来の見通し
role-section-learn = 学び方
role-section-questions = 面接の質問
role-section-related = 関連する職種

role-card-title = { $name }（{ $alias }）
role-section-title = { $name }：{ $section }
role-page-title = { $title }（{ $page }/{ $pages }）
role-category = 分野
role-tags = タグ
role-guess = 「{ $query }」は、{ $name }のことと読み取りました。
role-choose = 「{ $query }」に近い職種です。どれを見ますか。
role-about = 「{ $query }」に関わる職種です。どれを見ますか。
role-perhaps = 「{ $query }」は、この職種のことでしょうか。
role-nearest = 「{ $query }」という職種の文書は、まだありません。近いのはこちらです。
role-unknown = 「{ $query }」に当てはまる職種が見つかりませんでした。一覧から選んでみませんか。
role-no-section = { $name }の文書には「{ $section }」の記載がありません。
role-points = 回答ポイント：{ $points }
role-points-note = 回答ポイントは、面接官が耳を傾けそうな観点の例です。正解ではありません。
role-related-intro = 文書で関連する職種とされているものです。
role-related-missing = { $slug }（未収録）
role-next-page = 続きを見る
role-previous-page = 前に戻る
role-back = { $name }の概要
role-career = { $name }への道のり

browse-title = どの分野を見ますか
browse-body = { $roles }件の職種があります。名前をそのまま送っても調べられます。
browse-category = { $category }（{ $count }）
browse-category-title = { $category }の職種
browse-beginners = 未経験から始められる職種（{ $count }）
browse-beginners-title = 未経験から始められる職種
browse-placeholder = 職種を選ぶ
browse-placeholder-field = 分野を選ぶ
browse-empty = 職種の文書がまだ一つもありません。運営の方に、content フォルダの確認をお願いしてみてください。
browse-no-category = その分野は、いまはありません。
browse-all = 分野の一覧
category-none = その他

category-executive = 経営
category-marketing = マーケティング
category-product = プロダクト
category-engineering = エンジニアリング
category-data = データ・AI
category-design = デザイン
category-sales = 営業
category-customer_success = カスタマーサクセス
category-hr = 人事
category-finance = 経理・財務
category-legal = 法務
category-operations = オペレーション
category-consulting = コンサルティング
