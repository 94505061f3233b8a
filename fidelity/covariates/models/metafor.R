# Network meta-regression on the expected grade with metafor: Rscript metafor/fit.R
#
# common: one slope per grade for all active treatments, on the grade of the study; independent: one slope for each;
# arm: one slope on the grade of each arm, which also uses studies whose active arms differ in grade.
# Treatment effects are those at grade 0 (poor); intervals are two-sided 95 % by the t distribution.
# The expected grade widens the intervals where reports are silent; jags/fit.R takes the probabilities instead.

suppressPackageStartupMessages(library(metafor))

# Return the fits that the arms of a folder allow.
fit <- function(folder) {
  arms <- read.csv(file.path(folder, "arms.csv"))
  arms$study <- factor(arms$study)
  arms$treat <- relevel(factor(arms$treat), reference)
  regression <- function(terms) {
    # Arms are independent given their study; two arms of it differ with variance tau^2, contrasts share half of it.
    rma.mv(yi, vi,
      mods = reformulate(c("0", "study", "treat", terms)), random = ~ treat | study, rho = 0.5, data = arms, test = "t"
    )
  }
  fits <- list(arm = regression("fid_arm"))
  if ("fid" %in% names(arms)) {
    # One grade for the whole study says nothing of its reference arm: the slopes are those of the others against it.
    arms$active <- arms$active * (arms$treat != reference)
    fits$common <- regression("active:fid")
    fits$independent <- regression(setdiff(grep("^x_", names(arms), value = TRUE), paste0("x_", reference)))
  }
  fits
}

# The rows of a fit that are slopes per grade.
slopes_of <- function(fitted) {
  rows <- grep("fid|^x_", rownames(fitted$beta))
  data.frame(
    slope = rownames(fitted$beta)[rows], estimate = fitted$beta[rows], low = fitted$ci.lb[rows], high = fitted$ci.ub[rows]
  )
}

# The rows of a fit that are effects of treatments against the reference at grade 0.
effects_of <- function(fitted) {
  rows <- grep("^treat", rownames(fitted$beta))
  data.frame(
    treat = sub("^treat", "", rownames(fitted$beta)[rows]), reference,
    estimate = fitted$beta[rows], low = fitted$ci.lb[rows], high = fitted$ci.ub[rows]
  )
}

show <- function(fits) {
  for (name in names(fits)) {
    fitted <- fits[[name]]
    cat(sprintf("\n== %s: tau %.4f\n", name, sqrt(fitted$tau2)))
    print(slopes_of(fitted), row.names = FALSE, digits = 4)
    print(effects_of(fitted), row.names = FALSE, digits = 4)
  }
}

if (sys.nframe() == 0L) {
  script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
  show(fit(dirname(script)))
}
