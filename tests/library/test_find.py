"""Every form of a name finds its role, and what is no name finds none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.library.find import Hit, Index
from bot.library.model import Entry
from bot.library.shelf import Shelf

_CONTENT = Path(__file__).parents[2] / "content"
SIX = (
    *("cmo", "marketing_manager", "brand_manager"),
    *("product_manager", "digital_marketer", "growth_leader"),
)
SURE, GOOD, FITS = 99.5, 72.0, 55.0


def entry(
    slug: str,
    short_name: str,
    *aliases: str,
    tags: tuple[str, ...] = (),
    keywords: tuple[str, ...] = (),
    lang: str = "ja",
) -> Entry:
    return Entry(
        slug=slug,
        lang=lang,
        path=f"{slug}.md",
        title=f"{short_name}（{', '.join(aliases)}）の仕事とキャリア",
        short_name=short_name,
        aliases=aliases,
        category="operations",
        tags=tags,
        keywords=keywords,
        related=(),
        career_paths=(),
    )


MADE_UP = (
    entry("warehouse_lead", "倉庫リーダー", "Warehouse Lead", "WHL", tags=("棚卸し", "物流")),
    entry("truck_dispatcher", "配車担当", "Truck Dispatcher", tags=("物流",), keywords=("車両",)),
    entry("tax_accountant", "税務担当", "Tax Accountant", "タックス・アカウンタント"),
    entry("cpp_engineer", "C++エンジニア", "C++ Engineer", keywords=("組み込み制御",)),
    entry("csharp_engineer", "C#エンジニア", "C# Engineer"),
    entry("site_manager", "施工管理", "SM", "Construction Site Manager"),
    entry("stage_manager", "舞台監督", "SM", "Stage Manager"),
)


@pytest.fixture(scope="module")
def index() -> Index:
    """Of six roles of the library, in both languages, and of what the others don't have."""
    files = [_CONTENT / f"{slug}{lang}.md" for slug in SIX for lang in ("", ".en")]
    return Index([*Shelf(files).library.all_entries(), *MADE_UP])


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        # abbreviation, slug, English and Japanese title
        ("CMO", "cmo"),
        ("PdM", "product_manager"),
        ("WHL", "warehouse_lead"),
        ("growth_leader", "growth_leader"),
        ("Chief Marketing Officer", "cmo"),
        ("Growth Lead", "growth_leader"),
        ("最高マーケティング責任者", "cmo"),
        ("ブランドマネージャー（Brand Manager, ブランド担当）の仕事とキャリア", "brand_manager"),
        # alias
        ("ブラマネ", "brand_manager"),
        ("Head of Growth", "growth_leader"),
        ("タックス・アカウンタント", "tax_accountant"),
        # full width and half width, upper and lower case
        ("ＣＭＯ", "cmo"),
        ("ｗａｒｅｈｏｕｓｅ　ｌｅａｄ", "warehouse_lead"),
        ("ﾌﾞﾗﾝﾄﾞﾏﾈｰｼﾞｬｰ", "brand_manager"),
        ("BRAND MANAGER", "brand_manager"),
        ("digital marketer", "digital_marketer"),
        # hiragana, long vowels, middle dots
        ("ぐろーすりーだー", "growth_leader"),
        ("しーえむおー", "cmo"),
        ("マーケティングマネジャー", "marketing_manager"),
        ("デジタル・マーケタ", "digital_marketer"),
        ("タックスアカウンタント", "tax_accountant"),
        ("グロース リーダー", "growth_leader"),
        # signs that matter
        ("C++エンジニア", "cpp_engineer"),
        ("c# engineer", "csharp_engineer"),
    ],
)
def test_a_name_in_any_spelling_is_that_role_for_certain(
    index: Index, query: str, slug: str
) -> None:
    assert index.exact(query) == [slug]
    assert index.find(query)[0] == Hit(slug, 100.0)


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        # a part of a title, its words in another order, some of its words
        ("Warehouse", "warehouse_lead"),
        ("倉庫", "warehouse_lead"),
        ("Dispatch", "truck_dispatcher"),
        ("accountant tax", "tax_accountant"),
        ("chief officer", "cmo"),
        ("リーダー グロース", "growth_leader"),
        # tag and keyword
        ("棚卸", "warehouse_lead"),
        ("棚卸し", "warehouse_lead"),
        ("車両", "truck_dispatcher"),
        ("組み込み制御", "cpp_engineer"),
        ("北極星指標", "growth_leader"),
        # a letter dropped, doubled, swapped, replaced; in kana, kanji and Latin
        ("ブランドマネジ", "brand_manager"),
        ("プロダクトオナナー", "product_manager"),
        ("ブラントマネージャー", "brand_manager"),
        ("グスローリーダー", "growth_leader"),
        ("最高マーケティング責任任者", "cmo"),
        ("最高マーケティング任責者", "cmo"),
        ("倉車リーダー", "warehouse_lead"),
        ("Cheif Marketing Officer", "cmo"),
        ("brand mnager", "brand_manager"),
        ("warehousse lead", "warehouse_lead"),
        ("Tax Acxountant", "tax_accountant"),
        # a name among other words
        ("倉庫リーダーになりたい", "warehouse_lead"),
    ],
)
def test_what_is_nearly_a_name_finds_the_role_first(index: Index, query: str, slug: str) -> None:
    first = index.find(query)[0]
    assert first.slug == slug
    assert FITS <= first.score < SURE
    assert index.exact(query) == []


@pytest.mark.parametrize(
    ("query", "slug"),
    [("デジタルマケッテング", "digital_marketer"), ("プロマネ", "product_manager")],
)
def test_a_slip_in_a_part_of_a_name_and_a_clipped_name_are_offered(
    index: Index, query: str, slug: str
) -> None:
    first = index.find(query)[0]
    assert first.slug == slug
    assert FITS <= first.score < GOOD


def test_a_name_that_two_roles_bear_offers_both(index: Index) -> None:
    assert index.exact("SM") == ["site_manager", "stage_manager"]
    assert [hit.slug for hit in index.find("sm", 2)] == ["site_manager", "stage_manager"]
    assert {hit.score for hit in index.find("sm", 2)} == {100.0}


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("マネージャー", {"brand_manager", "marketing_manager", "product_manager"}),
        ("物流", {"warehouse_lead", "truck_dispatcher"}),
        ("エンジニア", {"cpp_engineer", "csharp_engineer"}),
    ],
)
def test_what_several_roles_share_offers_them_all(
    index: Index, query: str, slugs: set[str]
) -> None:
    fitting = {hit.slug for hit in index.find(query) if hit.score >= FITS}
    assert fitting >= slugs
    assert index.exact(query) == []


@pytest.mark.parametrize("query", ["qqqqqqqq", "xyzzy", "宇宙飛行士", "1234567", "ホエッフヌ"])
def test_rubbish_fits_nothing(index: Index, query: str) -> None:
    assert all(hit.score < FITS for hit in index.find(query))


@pytest.mark.parametrize("query", ["use", "no", "OK", "how to", "-1", "12", "asdf", "send"])
def test_what_says_nothing_is_looked_for_within_no_name(query: str) -> None:
    """Although its letters stand in one, or are nearly some letters of one."""
    names = ("In-house Legal Counsel", "Technology Lead", "Bookkeeper", "Software Developer")
    roles = [entry(f"made_{i}", "担当", name) for i, name in enumerate(names)]
    index = Index([*roles, entry("lead", "1on1リーダー", "Shower Tester", "Senior Editor")])
    assert [hit for hit in index.find(query) if hit.score >= FITS] == []


@pytest.mark.parametrize(
    "name", ["US", "OR", "IT", "IS", "GO", "BE", "AM", "24", "to be", "Use", "スキ", "SE", "EM"]
)
def test_what_mostly_says_nothing_is_a_name_where_a_role_bears_it(name: str) -> None:
    index = Index(
        [entry("rare", "珍しい仕事", name), entry("other", "Issuer", "Gopher", "Beekeeper")]
    )
    assert index.find(name)[0] == Hit("rare", 100.0)


def test_a_tool_finds_those_who_work_with_it_and_is_none_of_their_names() -> None:
    made = [
        replace(entry(slug, slug), tools=("表計算ソフト", "Excel")) for slug in ("sums", "maps")
    ]
    index = Index([*made, entry("excellence", "Excellence Lead"), entry("other", "Exceller")])
    assert {hit.slug for hit in index.find("ｅｘｃｅｌ") if not hit.named} == {"sums", "maps"}
    assert index.exact("Excel") == []


def test_initials_are_found_though_they_spell_an_empty_word() -> None:
    index = Index(
        [entry("sales", "内勤", "Inside Sales"), entry("other", "Issuer", "Thesis Editor")]
    )
    assert index.find("IS")[0].slug == "sales"


def test_the_beginning_of_a_name_may_be_an_empty_word() -> None:
    assert Index([entry("sales", "内勤", "Inside Sales")]).find("in")[0].slug == "sales"


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("https://example.com/cmo", []),
        ("www.growth-leader.example", []),
        ("brand.manager@example.com", []),
        ("<brand manager>", []),
        ("<b>CMO</b>", ["cmo"]),
        ("CMO https://example.com/brand-manager", ["cmo"]),
    ],
)
def test_addresses_and_markup_name_nobody(index: Index, query: str, slugs: list[str]) -> None:
    assert [hit.slug for hit in index.find(query) if hit.score >= FITS][:1] == slugs


@pytest.mark.parametrize("query", ["", " ", "　", "🎉", "・ー", "?!", "\n"])
def test_nothing_finds_nothing(index: Index, query: str) -> None:
    assert index.find(query) == []
    assert index.exact(query) == []


@pytest.mark.parametrize("query", ["c", "配", "マ", "1", "ん"])
def test_one_character_may_begin_a_name(index: Index, query: str) -> None:
    hits = index.find(query, 3)
    assert len(hits) <= 3
    assert all(0 < hit.score <= 100 for hit in hits)
    if query == "配":
        assert hits[0].slug == "truck_dispatcher"


@pytest.mark.parametrize("query", ["CMO" * 4_000, "マネージャー " * 2_000, "a" * 10_000])
def test_a_very_long_query_is_looked_up_by_its_beginning(index: Index, query: str) -> None:
    assert index.find(query) == index.find(query[:300])
    assert index.exact(query) == []
    assert all(hit.score < SURE for hit in index.find(query))


def test_hits_come_best_first_and_each_role_once(index: Index) -> None:
    hits = index.find("マーケティング", 20)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert len({hit.slug for hit in hits}) == len(hits)
    assert index.find("マーケティング", 2) == hits[:2]


def test_names_of_both_languages_lead_to_one_role() -> None:
    index = Index([entry("guide", "案内係"), entry("guide", "Guide", "Usher", lang="en")])
    assert [index.exact(name) for name in ("案内係", "usher", "guide")] == [["guide"]] * 3


def test_a_library_without_roles() -> None:
    assert Index([]).find("CMO") == []
    assert Index([]).exact("CMO") == []


def test_the_closest_names_come_first_among_hundreds_that_fit() -> None:
    """A frequent piece: the very word, then names that begin with it, the shortest first."""
    many = [entry(f"made_{i}", f"{chr(0x4E00 + i)}{chr(0x5E00 + i)}検査官") for i in range(900)]
    index = Index([*many, entry("inspector", "検査官"), entry("chief", "検査官長")])
    assert [hit.slug for hit in index.find("検査官", 2)] == ["inspector", "chief"]
    assert [hit.slug for hit in index.find("検査", 2)] == ["inspector", "chief"]


def test_a_word_in_a_name_is_found_among_hundreds_with_its_letters() -> None:
    many = [entry(f"made_{i}", f"se{i}", f"eo{i}") for i in range(900)]
    index = Index([*many, entry("search", "Technical SEO Specialist")])
    assert index.find("seo", 1)[0].slug == "search"
