# Network meta-regression on the expected grade with metafor: Rscript metafor/fit.R
#
# common: one slope per grade, on the arms on which the number of the study stands (active arms, or by the rule of the
# pack those of interest or the later one); independent: one slope for each active treatment whose slope is identified
# (the columns x_ of the file); arm: one slope on the grade of each arm, which also uses studies whose active arms differ
# in grade, and those that have no number of their own.
# Treatment effects are those at grade 0 (poor); in independent that of a treatment without a slope of its own is at the
# grades of its own trials. Intervals are two-sided 95 % by the t distribution.
# The expected grade widens the intervals where reports are silent; jags/fit.R takes the probabilities instead.

suppressPackageStartupMessages(library(metafor))

carriers <- c("active", "interest", "later")  # one of these columns is 1 where an arm has the number of its study

# Return the fits that the arms of a folder allow.
fit <- function(folder) {
  of_studies <- file.path(folder, "arms.csv")
  of_arms <- file.path(folder, "per_arm.csv")
  regression <- function(path, choose) {
    arms <- read.csv(path)
    terms <- choose(arms)
    if (length(terms) == 0) return(NULL)
    arms$study <- factor(arms$study)
    arms$treat <- relevel(factor(arms$treat), reference)
    # Arms are independent given their study; two arms of it differ with variance tau^2, contrasts share half of it.
    rma.mv(yi, vi,
      mods = reformulate(c("0", "study", "treat", terms)), random = ~ treat | study, rho = 0.5, data = arms, test = "t"
    )
  }
  # The columns x_ that are of the grade: where the grade does not vary they are of another covariate.
  own <- function(arms) {
    grade <- arms[[intersect(c("fid", "fid_arm"), names(arms))[1]]]
    if (is.null(grade)) return(NULL)
    Filter(function(name) all(arms[[name]] == 0 | arms[[name]] == grade), grep("^x_", names(arms), value = TRUE))
  }
  fits <- list(
    arm = regression(if (file.exists(of_arms)) of_arms else of_studies, function(arms) intersect("fid_arm", names(arms))),
    common = regression(of_studies, function(arms) {
      if ("fid" %in% names(arms)) paste0(intersect(carriers, names(arms)), ":fid")
    }),
    # Slopes of their own are of the grade only where a number stands on every active arm, or each arm has its own.
    independent = if (file.exists(of_arms)) regression(of_arms, own) else regression(of_studies, own)
  )
  # A slope that is not identified has been dropped from its fit, and there is nothing to show of it.
  Filter(function(fitted) !is.null(fitted) && nrow(slopes_of(fitted)) > 0, fits)
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
