"""Ten extractions as reviewers make them: what is proposed without an answer, and what is read with the answers."""
