"""Plain text and Markdown: tables by tabs, signs, blanks or drawn lines."""
