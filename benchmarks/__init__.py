"""What Senpai is measured with. See docs/benchmarks.md."""
