"""`senpai feedback`, as a program calls it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.process import ROOT, Senpai

OWN = ROOT / "benchmarks" / "feedback" / "own.jsonl"
ASKED = {
    "question": "投資で見ている指標は？",
    "points": [{"point": "回収期間", "cues": ["何年で元が取れるか"]}, "資本コスト"],
    "answer": "何年で元が取れるかを必ず計算し、四年を超える案件は見送る決まりにしました。",
}


def line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"


def test_a_line_is_answered_by_a_line_in_order(senpai: Senpai) -> None:
    second = {**ASKED, "answer": "わかりません"}
    first, other = senpai.json("feedback", typed=line(ASKED) + "\n" + line(second))
    assert [judged["point"] for judged in first["points"]] == ["回収期間", "資本コスト"]
    for judged in first["points"]:
        assert set(judged) == {"point", "verdict", "score", "evidence"}
        assert judged["verdict"] in {"covered", "unclear", "missed"}
    assert first["signs"]["length"]["value"] == len(ASKED["answer"])
    assert other["kind"] == "give_up"


def test_bad_lines_get_an_error_and_the_rest_goes_on(senpai: Senpai) -> None:
    bad = ['{"question": 3}\n', "not json\n", "[]\n"]
    typed = "".join(bad).encode() + b"\xff\xfe\n" + line(ASKED).encode()
    *errors, good = senpai.json("feedback", typed=typed, code=1)
    assert [set(error) for error in errors] == [{"error"}] * 4
    assert len(good["points"]) == 2


def test_evaluating_prints_the_figures_with_and_without_cues(senpai: Senpai) -> None:
    out, err = senpai("feedback", "--evaluate", OWN, "--locale", "en")
    assert err == ""
    assert [text for text in out.splitlines() if text.startswith("With cue phrases: 280 rows")]
    assert [text for text in out.splitlines() if text.startswith("Without cue phrases: 280 rows")]
    assert "negation: " in out


def test_cues_may_stand_in_a_file_beside_the_rows(senpai: Senpai, tmp_path: Path) -> None:
    row = {
        "question": "指標は？",
        "point": "回収期間",
        "answer": "四年で元が取れます。",
        "covered": True,
    }
    (tmp_path / "rows.jsonl").write_text(line(row) + "{}\n", encoding="utf-8")
    (tmp_path / "cues.json").write_text('{"回収期間": ["元が取れる"]}', encoding="utf-8")
    out, err = senpai("feedback", "--evaluate", tmp_path / "rows.jsonl")
    assert out.startswith("手がかりあり：1件")
    assert "2行目" in err


@pytest.mark.parametrize("cues", [b"{", b"[]", b'{"x": 1}', b'{"\xff": []}'])
def test_cues_that_cannot_be_read_are_told(senpai: Senpai, tmp_path: Path, cues: bytes) -> None:
    (tmp_path / "rows.jsonl").write_text("{}\n", encoding="utf-8")
    (tmp_path / "cues.json").write_bytes(cues)
    out, err = senpai("feedback", "--evaluate", tmp_path / "rows.jsonl", code=1)
    assert out == ""
    assert "cues.json を読み取れません" in err


def test_rows_that_are_not_there_are_told(senpai: Senpai, tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text("", encoding="utf-8")
    assert senpai("feedback", "--evaluate", tmp_path / "none.jsonl", code=1)[1]
    assert senpai("feedback", "--evaluate", tmp_path / "missing.jsonl", code=2)[1]
