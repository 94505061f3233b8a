"""Every example of the policies' features holds."""

from __future__ import annotations

from pytest_bdd import scenarios

scenarios("policy")
