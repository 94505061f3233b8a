"""The covariate pack as a folder: made, written, and held against its manifest later."""

from fidelity.write.pack.making import Made, make
from fidelity.write.pack.run import Run
from fidelity.write.pack.verify import Verified, verify
from fidelity.write.pack.writing import check_place, write

__all__ = ["Made", "Run", "Verified", "check_place", "make", "verify", "write"]
