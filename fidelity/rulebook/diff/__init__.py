"""What a change of rules does to judgements and to real studies."""
