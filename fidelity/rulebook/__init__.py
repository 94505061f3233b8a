"""What an author of rules needs: whether rules are sound, what their examples show, and what a change does."""
