"""Pictures: from values to the bytes of a PNG, the same for the same values.

All but `values` bring matplotlib: import them where a picture is drawn, and draw in a thread.
"""
