"""From judgements to concerns and grades by a decision table; the only place that knows durable-rules."""
