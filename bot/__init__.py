"""Senpai (先輩): a career coach that lives where people talk, and reads role documents."""

__version__ = "0.1.0"
