# Fits every network of a folder by each way to treat grades that are not known, from the files of its pack.
#
#   Rscript analyses.R FOLDER OUT.csv WARM_UP DRAWS [ANALYSIS ...]
#
# FOLDER holds a folder for each network, with jags/ and metafor/ as a pack has them. One row of OUT.csv for each network
# and analysis: estimate of the common slope per grade, 95 % interval, tau.

asked <- commandArgs(trailingOnly = TRUE)
networks <- sort(list.dirs(asked[1], recursive = FALSE))
warm_up <- as.integer(asked[3])
draws <- as.integer(asked[4])
wanted <- asked[-(1:4)]

with_jags <- function(folder) {
  pack <- new.env()
  sys.source(file.path(folder, "jags", "fit.R"), pack)
  fitted <- pack$fit(file.path(folder, "jags"), warm_up = warm_up, draws = draws)
  slope <- pack$interval(fitted$beta[, 1])
  data.frame(analysis = "probabilities", estimate = slope[["mean"]], low = slope[["low"]], high = slope[["high"]], tau = mean(fitted$tau))
}

with_metafor <- function(folder) {
  arms <- read.csv(file.path(folder, "metafor", "arms.csv"))
  one <- function(analysis, fid, kept = rep(TRUE, nrow(arms))) {
    if (length(wanted) && !analysis %in% wanted) return(NULL)
    arms$x <- arms$active * fid
    arms <- arms[kept, ]
    arms$study <- factor(arms$study)
    arms$treat <- factor(arms$treat)
    fitted <- suppressWarnings(metafor::rma.mv(
      yi, vi, mods = ~ 0 + study + treat + x, random = ~ treat | study, rho = 0.5, data = arms, test = "t"
    ))
    row <- match("x", rownames(fitted$beta))
    data.frame(analysis, estimate = fitted$beta[row], low = fitted$ci.lb[row], high = fitted$ci.ub[row], tau = sqrt(fitted$tau2))
  }
  truth <- file.path(folder, "truth.csv")
  rbind(
    if (file.exists(truth)) {
      known <- read.csv(truth)
      one("true grade", known$grade[match(arms$study, known$study)])
    },
    one("expected grade", arms$fid),
    one("complete case", arms$fid, arms$fid_nr == 0),
    one("all low", arms$fid_lo),
    one("all high", arms$fid_hi)
  )
}

results <- lapply(networks, function(folder) {
  fits <- rbind(with_jags(folder), with_metafor(folder))
  data.frame(network = basename(folder), fits)
})
write.csv(do.call(rbind, results), asked[2], row.names = FALSE)
