# The standard error of the return of a made-up panel, people seen in up to six months each, by two other tools.
# Rscript test/core/panel.R; the numbers stand in test/core/group-sampling.test.ts, and test/core/panel.ts makes the same panel.
suppressPackageStartupMessages({ library(sandwich); library(survey) })

d <- expand.grid(t = 1:6, i = 1:2000)
joined <- (d$i * 5) %% 16 - 6
age <- d$t - joined
d$cohort <- ifelse(age < 0, "non_member", ifelse(age < 3, "newcomer",
  ifelse((d$i * 11 + d$t * 3) %% 7 < 3, "active", "lurker")))
d$group <- (d$i * 101) %% 251
buys <- (d$i * 13 + d$t * 29 + d$i * d$t) %% 10 >= 4
d$spend <- ifelse(buys, 5 + (d$i * 37) %% 41 + (d$i * 17 + d$t * 23) %% 13 + 2 * (d$cohort == "active"), 0)

n <- table(d$t, d$cohort)
returned <- function(means, months) {
  gap <- sum(n[months, "newcomer"] * (means[months, "newcomer"] - means[months, "non_member"])) /
    sum(n[months, "newcomer"])
  uplift <- means[, c("active", "lurker")] - means[, "non_member"] - gap
  0.4 * sum(uplift * n[, c("active", "lurker")])
}
people <- svydesign(ids = ~group, weights = rep(1, nrow(d)), data = d)
for (months in list(1, 2:4, 1:6)) {
  jackknife <- withReplicates(as.svrepdesign(people, type = "JK1", mse = FALSE), function(w, data) {
    returned(tapply(w * data$spend, list(data$t, data$cohort), sum) / tapply(w, list(data$t, data$cohort), sum), months)
  })
  d$cell <- factor(paste(d$t, d$cohort))
  m <- lm(spend ~ 0 + cell, d)
  # The return is linear in the means of the cells: its weight on each is what it gains where that mean is 1 more.
  base <- unclass(tapply(d$spend, list(d$t, d$cohort), mean))
  weights <- sapply(strsplit(levels(d$cell), " "), function(at) {
    more <- base; more[at[1], at[2]] <- more[at[1], at[2]] + 1
    returned(more, months) - returned(base, months)
  })
  se <- function(v) sqrt(drop(weights %*% v %*% weights))
  cat(sprintf("%-6s return %.12f  JK1 %.12f  vcovCL %.12f  as if strangers %.12f\n",
    paste(range(months), collapse = ".."), returned(base, months), SE(jackknife),
    se(vcovCL(m, cluster = d$group, type = "HC0", cadjust = FALSE)), se(vcovHC(m, type = "HC0"))))
}
