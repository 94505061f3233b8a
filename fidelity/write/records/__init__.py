"""Study records out: the canonical form, and each file format that reads back as the same study."""

from fidelity.write.records.canonical import canonical
from fidelity.write.records.gather import described, studies_of
from fidelity.write.records.tables import table_of, to_csv, to_parquet
from fidelity.write.records.texts import to_json, to_yaml
from fidelity.write.records.workbook import to_workbook

__all__ = [
    "canonical",
    "described",
    "studies_of",
    "table_of",
    "to_csv",
    "to_json",
    "to_parquet",
    "to_workbook",
    "to_yaml",
]
